import { expect, test } from 'vitest';
import type { HtmlNote } from '$lib/domain/journal-html';
import { localDay } from '$lib/domain/local-day';
import { makeFile, type Wanted } from '../../../src/lib/features/hope/paper/export-file';

const words = { locale: 'en-CA', title: 'My notes', lead: [], foot: [], notThere: 'Not there.' };

function notesNamed(count: number, photos = 1): HtmlNote[] {
	return Array.from({ length: count }, (_, i) => ({
		id: `n${i}`,
		day: localDay('2026-11-21'),
		dayInWords: 'November 21, 2026',
		text: `Note ${i}`,
		photos: Array.from({ length: photos }, (_, j) => ({ id: `p${i}-${j}`, alt: `Photo ${i}-${j}` }))
	}));
}

function storageOf(picture: (id: string) => Promise<Blob | undefined>): Wanted['storage'] {
	return { photos: { picture }, recordings: { read: async () => undefined } } as unknown as Wanted['storage'];
}

const textOf = (file: Blob) =>
	new Promise<string>((resolve) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		reader.readAsText(file);
	});

test('each photo stands with its own note, however long each takes to read', async () => {
	const waits = [5, 0, 3, 1, 4, 0, 2];
	let turn = 0;
	const file = await makeFile({
		words,
		notes: notesNamed(6, 2),
		storage: storageOf(async (id) => {
			await new Promise((resolve) => setTimeout(resolve, waits[turn++ % waits.length]));
			return new Blob([id], { type: 'image/jpeg' });
		}),
		onNote: () => undefined,
		isStopped: () => false
	});
	const page = new DOMParser().parseFromString(await textOf(file!), 'text/html');
	const seen = [...page.querySelectorAll('img')].map(({ alt, src }) => [alt, atob(src.split(',')[1]!)]);
	expect(seen).toHaveLength(12);
	for (const [alt, id] of seen) expect(alt).toBe(`Photo ${id!.slice(1)}`);
	expect([...page.querySelectorAll('.text')].map(({ textContent }) => textContent)).toEqual(
		notesNamed(6).map(({ text }) => text)
	);
});

test('a photo that cannot be read costs no other', async () => {
	const file = await makeFile({
		words,
		notes: notesNamed(3),
		storage: storageOf((id) =>
			id === 'p1-0'
				? Promise.reject(new Error('gone'))
				: Promise.resolve(new Blob(['x'], { type: 'image/png' }))
		),
		onNote: () => undefined,
		isStopped: () => false
	});
	const page = new DOMParser().parseFromString(await textOf(file!), 'text/html');
	expect(page.querySelectorAll('img')).toHaveLength(2);
	expect(page.body.textContent).toContain('Not there.');
	expect(page.body.textContent).toContain('Photo 1-0');
});

test('who stops gets no file, and no more photos are read', async () => {
	let read = 0;
	const file = await makeFile({
		words,
		notes: notesNamed(200),
		storage: storageOf(async () => {
			read += 1;
			return new Blob(['x'], { type: 'image/jpeg' });
		}),
		onNote: () => undefined,
		isStopped: () => read >= 10
	});
	expect(file).toBeUndefined();
	expect(read).toBeLessThan(20);
});

test('it tells how far it is', async () => {
	const told: number[] = [];
	await makeFile({
		words,
		notes: notesNamed(120, 0),
		storage: storageOf(async () => undefined),
		onNote: (done) => told.push(done),
		isStopped: () => false
	});
	expect(told).toEqual([50, 100]);
});
