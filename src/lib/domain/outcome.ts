/**
 * The result of saving: on disk; shown until the page closes, on a device that cannot store anything; or not saved at
 * all.
 */
export type Outcome = 'durable' | 'memory' | 'failed';
