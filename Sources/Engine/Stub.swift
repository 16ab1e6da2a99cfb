/// Stub.
enum EngineStub {}
