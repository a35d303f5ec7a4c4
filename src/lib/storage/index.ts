export { createMemoryStorage } from './memory';
export { openStorage } from './open';
export { reasonOf } from './storage-error';
