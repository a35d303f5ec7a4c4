/**
 * What became of something to be kept: it is on disk; it shows until the page closes, on a device where nothing can be
 * kept; or it could not be kept at all.
 */
export type Outcome = 'durable' | 'memory' | 'failed';
