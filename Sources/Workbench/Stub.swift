/// Stub.
enum WorkbenchStub {}
