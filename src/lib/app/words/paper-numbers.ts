import type { BannerNumber } from '$lib/content/crisis-banner';

/** A number on paper: what to do with it, then the number, which never wraps. */
export interface PaperNumber {
	what: 'emergency' | 'call' | 'text' | 'callOrText';
	display: string;
}

/** The first number is always the emergency number; one that takes both calls and texts appears once. */
export function paperNumbers(numbers: readonly BannerNumber[]): PaperNumber[] {
	const seen: PaperNumber[] = [];
	numbers.forEach(({ way, display }, index) => {
		const same = seen.find((other) => other.display === display && other.what !== 'emergency');
		if (same) same.what = 'callOrText';
		else seen.push({ display, what: index === 0 ? 'emergency' : way === 'tel' ? 'call' : 'text' });
	});
	return seen;
}
