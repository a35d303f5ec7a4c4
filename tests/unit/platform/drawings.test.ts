import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { pictogramNames } from '$lib/domain/pictogram';
import { loadDrawings } from '$lib/platform/load-drawings';
import { pictogramAt, spotAt } from '$lib/ui/drawings';

const file = readFileSync('static/pictograms.svg', 'utf8');

afterEach(() => {
	vi.unstubAllGlobals();
	document.body.innerHTML = '';
});

test('a drawing is looked for in the page, and then in its file', () => {
	expect(pictogramAt('sun')).toBe('/pictograms.svg#sun');
	expect(spotAt('sun')).toBe('/spots.svg#sun');
	document.body.innerHTML = '<svg><symbol id="drawn-sun"></symbol></svg>';
	expect(pictogramAt('sun')).toBe('#drawn-sun');
	// two drawings of one name
	expect(spotAt('sun')).toBe('/spots.svg#sun');
});

test('all drawings are read from the offline copy, each as it stands in their file; none where there is no copy', async () => {
	for (const match of [() => Promise.resolve(undefined), () => Promise.reject(new Error('blocked'))]) {
		vi.stubGlobal('caches', { match });
		expect((await loadDrawings()).size).toBe(0);
	}
	vi.stubGlobal('caches', undefined);
	expect((await loadDrawings()).size).toBe(0);
	const match = vi.fn((address: string) => Promise.resolve(new Response(address && file)));
	vi.stubGlobal('caches', { match });
	const all = await loadDrawings();
	// the copy knows it by its version too
	expect(match.mock.calls).toEqual([['/pictograms.svg', { ignoreSearch: true }]]);
	expect([...all.keys()]).toEqual([...pictogramNames]);
	const written = [...all].map(([name, shapes]) => {
		const inner = shapes.map(
			([tag, attributes]) =>
				`<${tag} ${Object.entries(attributes)
					.map(([key, value]) => `${key}="${value}"`)
					.join(' ')}/>`
		);
		return `<symbol id="${name}" viewBox="0 0 24 24">${inner.join('')}</symbol>`;
	});
	expect(written.join('\n')).toBe(file.split('\n').slice(1, -2).join('\n'));
});
