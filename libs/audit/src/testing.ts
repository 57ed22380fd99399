// For tests of whoever verifies: bundles as an honest service makes them. Node only.
export { type Files, textOf, withFile } from './bundle/testing/edit-bundle';
export { honestBundle, type HonestBundle, type HonestOptions, zipped } from './bundle/testing/honest-bundle';
export { testSigner, verifySignature } from './bundle/testing/test-signer';
export { playLibrary, type PlayedScenario } from './bundle/testing/played-scenario';
export { wholeStay } from './bundle/testing/shelter-cases';
export { sha256, TestLog } from './bundle/testing/test-log';
