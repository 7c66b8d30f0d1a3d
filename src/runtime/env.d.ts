interface ImportMetaEnv {
  /** A hash of sandbox.html and runtime.js: their names are fixed, so a query keeps a cached one from meeting another page. */
  readonly SANDBOX_VERSION: string;
}
