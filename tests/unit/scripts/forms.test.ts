import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no form lets the browser refuse what was written, in its own bubble', () => {
	const forms = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.svelte'))
		.flatMap((name) =>
			[...readFileSync(`src/${name}`, 'utf8').matchAll(/<form\b([^>]*)/g)].map(([form]) => `${name}: ${form}`)
		);
	expect(forms.length).toBeGreaterThan(5);
	expect(forms.filter((form) => !form.includes('novalidate'))).toEqual([]);
});

const parts = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.svelte'))
	.map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

test('a date that cannot be taken takes nothing away: each field of a date says what is kept', () => {
	const fields = parts.flatMap(({ name, text }) =>
		[...text.matchAll(/<input\b(?:[^>]|=>)*\/>/g)]
			.filter(([input]) => input.includes('type="date"'))
			.map(([input]) => ({ name, input }))
	);
	expect(fields.map(({ name }) => name).sort()).toEqual([
		'lib/features/hope/writing/DayField.svelte',
		'lib/features/hope/writing/LetterField.svelte',
		'lib/ui/DateField.svelte'
	]);
	expect(fields.filter(({ input }) => !/data-kept=/.test(input))).toEqual([]);
	expect(fields.filter(({ input }) => !/validity|setDay/.test(input))).toEqual([]);
});

test('a field with a limit stands in no label: what it says of itself would become its name', () => {
	const inLabel = parts.filter(({ text }) =>
		[...text.matchAll(/<label\b[^]*?<\/label>/g)].some(([label]) => label.includes('maxlength='))
	);
	expect(parts.filter(({ text }) => text.includes('maxlength=')).length).toBeGreaterThan(8);
	expect(inLabel.map(({ name }) => name)).toEqual([]);
});

/** Each list that opens, and why it is no row of pills or pieces. */
const lists: Record<string, string> = {
	'features/back/Pictures': 'years: one more each year',
	'features/help/AllLines': 'places, on a page without the script of the app',
	'features/hope/all/Filters': 'months and tags: they grow',
	'features/hope/paper/ShapeChoices': 'lines of one’s own: they grow',
	'features/look/Result': 'dates: they grow',
	'features/plan/people/PersonFields': 'roles: twelve and more',
	'features/prescription/ForWhat': 'what one wants, in sentences of one’s own',
	'features/sheet/editor/SelectField': 'the dense form at a desk, where a letter chooses',
	'ui/RegionSelect': 'places'
};

test('a few choices stand open, as pills or pieces; a list to open says why', () => {
	const found = parts.filter(({ text }) => text.includes('<select')).map(({ name }) => name);
	expect(found.sort()).toEqual(Object.keys(lists).map((name) => `lib/${name}.svelte`));
	const atADesk = parts.filter(({ text }) => text.includes('SelectField.svelte'));
	expect(atADesk.length).toBeGreaterThan(3);
	expect(atADesk.filter(({ name }) => !name.startsWith('lib/features/sheet/'))).toEqual([]);
});

test('every list to open has our own arrow and the height of a finger, and the colours of the system where it chooses', () => {
	const base = readFileSync('src/styles/base.css', 'utf8');
	expect(base).toMatch(/\nselect \{[^}]*appearance: none;[^}]*var\(--color-primary\)/);
	expect(base).toMatch(/select,\ntextarea \{[^}]*min-height: var\(--target\)/);
	expect(base).toMatch(/forced-colors: active\) \{\s*select \{\s*appearance: auto/);
	const styled = parts.filter(({ text }) => /<style>[^]*\bselect\b[^]*appearance/.test(text));
	expect(styled.map(({ name }) => name)).toEqual([]);
});
