/** The beginning of the temporary key of a recording's bytes until its row is written. */
export const laidPrefix = 'sound:';
