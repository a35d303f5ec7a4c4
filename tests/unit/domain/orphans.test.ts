import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftsFor, soundsToDrop, soundsWanted, type Sound } from '$lib/domain/orphans';
import { localDay } from '$lib/domain/local-day';
import type { Photo } from '$lib/domain/photo';

const day = localDay('2026-11-22');
const hour = 3_600_000;
const photo = (id: string, note: string, given: Partial<Photo> = {}): Photo => ({
	id,
	note,
	at: 1,
	order: 0,
	width: 1,
	height: 1,
	bytes: 1,
	alt: '',
	...given
});

test('photos that lost their words wait as one draft for each note, of the day they came in', () => {
	const photos = [
		photo('a', 'lost'),
		photo('b', 'lost'),
		photo('c', 'kept'),
		photo('d', 'gone', { deletedAt: 1 })
	];
	const drafts = draftsFor(photos, new Set(['kept']), () => day);
	expect(drafts).toEqual([{ id: 'lost', day, text: '', tags: [], chimes: [] }]);
});

test('a sound that somebody could still bring back is never dropped', () => {
	const anySound: fc.Arbitrary<Sound> = fc.record({
		id: fc.uuid(),
		note: fc.constantFrom('live', 'other'),
		at: fc.option(fc.integer({ min: 0, max: 100 * hour }), { nil: undefined }),
		deletedAt: fc.option(fc.integer({ min: 0, max: 100 * hour }), { nil: undefined })
	});
	fc.assert(
		fc.property(fc.array(anySound), fc.integer({ min: 0, max: 100 * hour }), (sounds, now) => {
			const dropped = soundsToDrop(sounds, new Set(['live']), now);
			for (const { id, note, at, deletedAt } of sounds) {
				const isSafe = note === 'live' || (deletedAt ?? at ?? 0) > now - hour;
				if (isSafe) expect(dropped).not.toContain(id);
			}
		})
	);
	const sound = { id: 's', note: 'n', at: 0 };
	expect(soundsToDrop([sound], new Set(), 23 * hour)).toEqual([]);
	expect(soundsToDrop([sound], new Set(), 25 * hour)).toEqual(['s']);
	expect(soundsToDrop([{ ...sound, deletedAt: 23 * hour }], new Set(), 25 * hour)).toEqual(['s']);
});

test('a sound is wanted by the field that holds it, and by nothing that only speaks of it', () => {
	const voice = (id: string) => ({ id, type: 'audio/webm', seconds: 1, bytes: 1 });
	const written = { day, text: '', tags: [], chimes: [] };
	const note = { ...written, id: 'n', at: 0, changedAt: 0, voice: voice('of the note') };
	const draft = {
		...written,
		id: 'd',
		text: 'I wrote down "spoken of"',
		voice: voice('of the draft'),
		base: { changedAt: 0, text: '', voice: voice('it began with') }
	};
	const wanted = soundsWanted([note, { ...note, id: 'silent', voice: undefined }], [draft]);
	expect([...wanted].sort()).toEqual(['it began with', 'of the draft', 'of the note']);
});
