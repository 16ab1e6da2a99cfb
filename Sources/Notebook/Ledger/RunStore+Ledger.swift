extension RunStore {
  /// What trials have found, kept beside the runs.
  public var ledger: LedgerStore { LedgerStore(notebook: path, product: productVersion) }
}
