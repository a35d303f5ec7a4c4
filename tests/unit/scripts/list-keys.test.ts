import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

/**
 * What a list may be keyed by, besides the place in the list and an `id` that Envol gave: words of Envol's own, of which
 * no list holds the same twice. A key made of what somebody typed breaks the whole page for good once two of them are
 * the same.
 */
const enumerated: Record<string, string> = {
	// one of a short list of names in the code
	...named(
		'category chime circle dimension felt field form helping horizon ingredient kind limit moment need paragraph pillar',
		'point preset ready role row sense side source step credit tick way near option tag part',
		'area statement answer asker question letter who',
		'group.form on.petal choice.words way.key option.value key name each'
	),
	// of places, days, languages and numbers
	...named(
		'uri channel.uri locale lang day weekday month weeks minutes times choice.times number side[0] x turn'
	),
	...named('isCalendar inCanada energy'),
	'`${column} ${row}`': 'a place in a picture',
	'`${row} ${column}`': 'a place in a picture',
	'what + display': 'help lines, of the reviewed list',
	"face === 'rest' ? face : face.id": 'the face that is no idea',
	'photos[0]?.id': 'a piece of work by its first photo',
	'row.key': 'given by the editor, counted',
	'words.draft.key': 'of the database'
};

function named(...lists: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		lists.flatMap((list) => list.split(' ')).map((name) => [name, 'a name in the code'])
	);
}

/** Lists that may hold what was typed, by the name of the list: keyed by place or id, whatever the key is called. */
const typed =
	/\b(?:series|tags|lines|words|texts|names|sentences|offered|offers|parts|titles|versions|troubles)$/;

interface Key {
	file: string;
	list: string;
	key: string;
	isIndex: boolean;
}
type Node = Record<string, unknown> & { start: number; end: number };

/** The keys of every list in one component. */
export function keysIn(file: string, source: string): Key[] {
	const found: Key[] = [];
	const text = (node: unknown) => source.slice((node as Node).start, (node as Node).end);
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(walk);
		if (typeof node !== 'object' || node === null) return;
		const { type, key, expression, index } = node as Record<string, unknown>;
		if (type === 'EachBlock' && key)
			found.push({ file, list: text(expression), key: text(key), isIndex: text(key) === index });
		for (const [name, inner] of Object.entries(node))
			if (name !== 'metadata' && name !== 'parent') walk(inner);
	};
	walk(parse(source, { modern: true }).fragment);
	return found;
}

const isSafe = ({ list, key, isIndex }: Key) =>
	isIndex || /^(?:\w+\.)?id$/.test(key) || (key in enumerated && (!typed.test(list) || key.endsWith('.id')));

test('no list is keyed by what somebody typed', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.svelte')
	);
	const keys = files.flatMap((file) => keysIn(file, readFileSync(`src/${file}`, 'utf8')));
	expect(keys.length).toBeGreaterThan(100);
	expect(
		keys.filter((key) => !isSafe(key)).map(({ file, list, key }) => `${file}: ${list} (${key})`)
	).toEqual([]);
});

test.each([
	['{#each calls as { href, words } (href + words)}{/each}'],
	['{#each lines as line (line)}{/each}'],
	['{#each people as one (one.name)}{/each}'],
	['{#each series as { name } (name)}{/each}']
])('is refused: %s', (source) => {
	expect(keysIn('A.svelte', source).filter(isSafe)).toEqual([]);
});
