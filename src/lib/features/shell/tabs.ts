/** The pages of the bar, in its order; each has its own picture. */
export const tabs = ['today', 'dice', 'hope', 'plan'] as const;
export type Tab = (typeof tabs)[number];
export const pictograms = ['sunrise', 'dices', 'notebook-pen', 'clipboard-list'] as const;

/** The page of the bar that an address is, or is below: by the first part after its language, or else My plan. */
export function tabOf(path: string): Tab {
	return tabs.find((tab) => path.split('/')[2] === tab) ?? 'plan';
}
