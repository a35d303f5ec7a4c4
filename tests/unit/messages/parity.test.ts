import { describe, expect, test } from 'vitest';
import { frenchSlips, groupsOf, linesOf, readMessages, langs } from '../../support/message-files';

const groups = groupsOf('en');

/** Finds the end of the argument that opens at `start`; the length of the text when it is never closed. */
function closing(text: string, start: number): number {
	let depth = 0;
	for (let i = start; i < text.length; i++) {
		if (text[i] === '{') depth++;
		if (text[i] === '}' && --depth === 0) return i;
	}
	return text.length;
}

/** The arguments of a message and their kind, sorted, those inside plural branches too: 'count plural', 'name'. */
function argumentsOf(text: string): string[] {
	const found = new Set<string>();
	for (let i = text.indexOf('{'); i >= 0; i = text.indexOf('{', i)) {
		const end = closing(text, i);
		const [name = '', kind = '', ...rest] = text.slice(i + 1, end).split(',');
		found.add(`${name.trim()} ${kind.trim()}`.trim());
		const branches = rest.join(',');
		for (let j = branches.indexOf('{'); j >= 0; j = branches.indexOf('{', j)) {
			const close = closing(branches, j);
			for (const inner of argumentsOf(branches.slice(j + 1, close))) found.add(inner);
			j = close + 1;
		}
		i = end + 1;
	}
	return [...found].sort();
}

function bracesMatch(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '{') depth++;
		if (character === '}' && --depth < 0) return false;
	}
	return depth === 0;
}

test('whatever is written in one language is written in the other', () => {
	expect(groupsOf('fr')).toEqual(groups);
});

describe.each(groups)('%s', (group) => {
	test('a person finds the same lines in both languages, in the same order', () => {
		const english = linesOf('en', group).map(({ key }) => key);
		expect(linesOf('fr', group).map(({ key }) => key)).toEqual(english);
	});

	test('a line that speaks of a name or a number does so in both languages', () => {
		const french = new Map(linesOf('fr', group).map(({ key, text }) => [key, text]));
		const different = linesOf('en', group).filter(
			({ key, text }) =>
				argumentsOf(String(text)).join('; ') !== argumentsOf(String(french.get(key) ?? '')).join('; ')
		);
		expect(different).toEqual([]);
	});

	test.each(langs)('nobody meets an empty or broken line (%s)', (lang) => {
		const broken = linesOf(lang, group).filter(
			({ text }) =>
				typeof text !== 'string' ||
				text.trim() === '' ||
				text !== text.trim() ||
				/ {2}|[\t\n\r]/.test(text) ||
				!bracesMatch(text)
		);
		expect(broken).toEqual([]);
	});

	test.each(langs)('every line can be reached by its key, a dot being the way in (%s)', (lang) => {
		const names = (value: unknown): string[] =>
			typeof value === 'object' && value !== null
				? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
				: [];
		expect(names(readMessages(lang, group)).filter((name) => name === '' || name.includes('.'))).toEqual([]);
	});

	test('a French reader sees the typography of home', () => {
		const slips = linesOf('fr', group)
			.map(({ key, text }) => ({ key, slips: frenchSlips(String(text)) }))
			.filter(({ slips }) => slips.length > 0);
		expect(slips).toEqual([]);
	});
});
