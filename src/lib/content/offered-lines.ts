/** A few lines offered beside the person's own; their words are in the messages of the hope journal. */
export const offeredLines = ['pass', 'now', 'end', 'enough', 'help', 'slow'] as const;
