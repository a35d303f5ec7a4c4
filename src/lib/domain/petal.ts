/** The six petals: three forms of activation, then occupation, responsibilities and healthy habits. */
export const petals = [
	'physical',
	'social',
	'mental',
	'occupation',
	'responsibilities',
	'healthy-habits'
] as const;
export type Petal = (typeof petals)[number];
