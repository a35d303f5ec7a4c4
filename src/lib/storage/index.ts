export { EraseCutShort, NoDatabase, openStorage } from './open';
export { reasonOf } from './storage-error';
