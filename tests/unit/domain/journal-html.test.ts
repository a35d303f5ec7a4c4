// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escaped, journalParts, sourceOf, type HtmlNote, type HtmlWords } from '$lib/domain/journal-html';
import { localDay } from '$lib/domain/local-day';
import { runs } from '../../support/property-runs';

const words: HtmlWords = {
	locale: 'fr-CA',
	title: 'Mes notes',
	lead: ['Copie du 21 novembre 2026.'],
	foot: ['9-8-8'],
	notThere: 'Cette photo n’est plus là.'
};

function aNote(given: Partial<HtmlNote> = {}): HtmlNote {
	return { id: 'a', day: localDay('2026-11-21'), dayInWords: '21 novembre 2026', text: '', photos: [], ...given }; // prettier-ignore
}

function documentOf(notes: HtmlNote[], source: string | undefined = 'data:image/png;base64,AAAA') {
	const html = [...journalParts(words, notes)]
		.map((part) => (typeof part === 'string' ? part : part.html(source)))
		.join('');
	return new DOMParser().parseFromString(html, 'text/html');
}

/** What an HTML reader and a file make of a text: the same, but for half letters and control characters. */
function asRead(text: string): string {
	return (
		text
			.replace(/\p{Surrogate}/gu, '\ufffd')
			.replace(/\r\n?/g, '\n')
			// eslint-disable-next-line no-control-regex -- these are what is looked for
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
	);
}

const anyText = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(
			fc.constantFrom(
				'<script>',
				'</style>',
				'</div>',
				'-->',
				'&amp;',
				'"',
				"'",
				'\u202e',
				'\ud800',
				'\0',
				'é',
				' onerror=x '
			)
		) // prettier-ignore
		.map((parts) => parts.join(''))
);

test('whatever a person writes is read back as text, letter by letter, and makes no element', () => {
	fc.assert(
		fc.property(anyText, anyText, anyText, (text, alt, tags) => {
			const page = documentOf([aNote({ text, tags, prompt: alt, photos: [{ id: 'p', alt }] })]);
			expect(page.querySelector('.text')?.textContent ?? '').toBe(asRead(text));
			expect(page.querySelector('.tags')?.textContent ?? '').toBe(asRead(tags));
			expect(page.querySelector('figcaption')?.textContent ?? '').toBe(asRead(alt));
			expect(page.querySelector('img')!.alt).toBe(asRead(alt));
			expect([...page.querySelectorAll('script, [onerror], link, iframe')]).toEqual([]);
			expect(page.querySelectorAll('article *:not(h2, time, p, div, figure, img, figcaption)')).toHaveLength(
				0
			);
		}),
		{ numRuns: runs(150) }
	);
});

test('the document says its language, its days, and lets nothing run or be asked for', () => {
	const page = documentOf([aNote({ text: 'Un' }), aNote({ text: 'Deux', day: localDay('2026-11-22') })]);
	expect(page.documentElement.lang).toBe('fr-CA');
	expect(page.title).toBe('Mes notes');
	expect([...page.querySelectorAll('time')].map((time) => time.dateTime)).toEqual([
		'2026-11-21',
		'2026-11-22'
	]);
	expect(page.querySelector('[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'");
	expect(page.querySelector('footer')!.textContent).toContain('9-8-8');
});

test('a letter that waits stays folded', () => {
	const page = documentOf([aNote({ text: 'Pour plus tard', letter: 'Une lettre' })]);
	expect(page.querySelector('details')!.open).toBe(false);
	expect(page.querySelector('details .text')!.textContent).toBe('Pour plus tard');
});

test('a photo that cannot be read leaves its words', () => {
	const page = documentOf([aNote({ photos: [{ id: 'p', alt: 'Mon lapin' }] })], undefined);
	const html = [...journalParts(words, [aNote({ photos: [{ id: 'p', alt: 'Mon lapin' }] })])]
		.map((part) => (typeof part === 'string' ? part : part.html(undefined)))
		.join('');
	expect(page.querySelector('figcaption')!.textContent).toBe('Mon lapin');
	expect(html).toContain('Cette photo n’est plus là.');
	expect(html).not.toContain('<img');
});

test('only pictures and sounds are put in, whatever a file calls itself', () => {
	expect(sourceOf('photo', 'image/jpeg', 'AA')).toBe('data:image/jpeg;base64,AA');
	expect(sourceOf('sound', 'audio/webm;codecs=opus', 'AA')).toBe('data:audio/webm;base64,AA');
	expect(sourceOf('photo', 'image/svg+xml', 'AA')).toBeUndefined();
	expect(sourceOf('photo', 'image/png"><script>', 'AA')).toBeUndefined();
	expect(sourceOf('sound', 'text/html', 'AA')).toBeUndefined();
});

test('a mark is never read as anything else', () => {
	expect(escaped(`<a href="x">&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;');
});
