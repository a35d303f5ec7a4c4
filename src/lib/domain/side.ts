/** Who promises what: the person, the team, the people close to them. */
export const sides = ['me', 'team', 'lovedOnes'] as const;
export type Side = (typeof sides)[number];

/** What one side agrees to do, in characters. */
export const longestAgreement = 80;
