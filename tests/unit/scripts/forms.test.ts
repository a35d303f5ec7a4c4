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
