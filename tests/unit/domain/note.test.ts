import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import {
	draftOf,
	isEmptyDraft,
	isSealed,
	isUnsaved,
	longestTag,
	mostTags,
	newDraft,
	newestFirst,
	parseDraft,
	saved,
	tagsCut,
	tagsFrom,
	type Note,
	type NoteDraft
} from '$lib/domain/note';
import { anyDay } from '../../support/builders';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-22');
const draft = (text: string, given: Partial<NoteDraft> = {}) => ({ ...newDraft('n', today), text, ...given });
const first = (text: string) => saved(undefined, draft(text), 1).note;

/** Texts that two tabs may write: short, so that they often meet. */
const anyText = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '🌿') });

describe('saving what was written', () => {
	test('a new note says what the draft says', () => {
		const { note, isJoined, replaced } = saved(undefined, draft('Soup', { dimension: 'trust' }), 5);
		expect(note).toMatchObject({ id: 'n', text: 'Soup', dimension: 'trust', at: 5, changedAt: 5 });
		expect(isJoined).toBe(false);
		expect(replaced).toEqual([]);
	});

	test('a change keeps what it said before, when it was first written, and that it is kept for hard days', () => {
		const kept: Note = { ...first('Soup'), keptAt: 3 };
		const { note, replaced } = saved(kept, { ...draftOf(kept), text: 'Soup and bread' }, 9);
		expect(note).toMatchObject({ text: 'Soup and bread', at: 1, changedAt: 9, keptAt: 3 });
		// until then it said so: that is what its thirty days are counted from
		expect(replaced).toEqual([{ note: 'n', text: 'Soup', at: 9 }]);
	});

	test('a note that was to be kept for hard days is kept with its first words, and a crash does not forget it', () => {
		const wanted = draft('Soup', { isKept: true });
		const again = parseDraft(JSON.stringify(wanted))!;
		expect(again).toEqual(wanted);
		const { note } = saved(undefined, again, 5);
		expect(note.keptAt).toBe(5);
		expect(note).not.toHaveProperty('isKept');
		// another tab was first, or it was kept already: it is kept, since then
		expect(saved(first('Tea'), again, 9).note.keptAt).toBe(9);
		expect(saved({ ...first('Tea'), keptAt: 2 }, again, 9).note.keptAt).toBe(2);
		expect(saved(undefined, draft('Soup'), 5).note).not.toHaveProperty('keptAt');
	});

	test('the same words again make no earlier version', () => {
		const kept = first('Soup');
		expect(saved(kept, draftOf(kept), 9).replaced).toEqual([]);
	});

	test('a note deleted elsewhere comes back when somebody who was writing it saves', () => {
		const kept: Note = { ...first('Soup'), deletedAt: 4 };
		expect(saved(kept, { ...draftOf(kept), text: 'Soup!' }, 9).note.deletedAt).toBeUndefined();
	});

	test('two tabs that wrote different words: both are in the note, and it is said', () => {
		const base = first('Monday');
		const theirs = saved(base, { ...draftOf(base), text: 'Monday, rain' }, 2).note;
		const { note, isJoined, replaced } = saved(theirs, { ...draftOf(base), text: 'Monday, soup' }, 3);
		expect(note.text).toContain('Monday, rain');
		expect(note.text).toContain('Monday, soup');
		expect(isJoined).toBe(true);
		// each is there alone too, to choose one
		expect(replaced.map(({ text }) => text)).toEqual(['Monday, rain', 'Monday, soup']);
	});

	test('what one tab added besides words stays when another saves: its voice, answer, letter, marks and day', () => {
		const voice = { id: 'v', type: 'audio/webm', seconds: 1, bytes: 1 };
		const base = first('Monday');
		const added = {
			day: localDay('2026-11-20'),
			dimension: 'hope' as const,
			prompt: 'p',
			answer: 'o1',
			openOn: localDay('2027-01-01'),
			voice
		};
		const theirs = saved(base, { ...draftOf(base), ...added, chimes: ['hope'] }, 2).note;
		const { note } = saved(theirs, { ...draftOf(base), text: 'Monday, soup', chimes: ['meaning'] }, 3);
		expect(note).toMatchObject({ ...added, text: 'Monday, soup' });
		expect([...note.chimes].sort()).toEqual(['hope', 'meaning']);
	});

	test('what both tabs changed is as the last one saved it, and nothing is not more than something', () => {
		const voice = (id: string) => ({ id, type: 'audio/webm', seconds: 1, bytes: 1 });
		const base = saved(undefined, draft('Monday', { voice: voice('first') }), 1).note;
		const theirs = saved(base, { ...draftOf(base), voice: voice('theirs') }, 2).note;
		const with_ = (mine?: string) =>
			saved(theirs, { ...draftOf(base), voice: mine ? voice(mine) : undefined }, 3).note.voice?.id;
		expect(with_('mine')).toBe('mine');
		expect(with_()).toBe('theirs');
		expect(with_('first')).toBe('theirs');
		// taken out on purpose, and nobody else touched it
		const same = saved(base, { ...draftOf(base), text: 'Tuesday' }, 2).note;
		expect(saved(same, { ...draftOf(base), voice: undefined }, 3).note.voice).toBeUndefined();
	});

	test('a tab that changed no word does not write over the one that did', () => {
		const base = first('Monday');
		const theirs = saved(base, { ...draftOf(base), text: 'Tuesday' }, 2).note;
		const mine = saved(theirs, { ...draftOf(base), tags: ['rain'] }, 3).note;
		expect(mine).toMatchObject({ text: 'Tuesday', tags: ['rain'] });
	});

	test('a space typed at the end is no other text: what another tab wrote stays alone, and is not joined', () => {
		const base = first('🌿');
		const theirs = saved(base, { ...draftOf(base), text: 'a' }, 2).note;
		const made = saved(theirs, { ...draftOf(base), text: '🌿 ' }, 3);
		expect(made.note.text).toBe('a');
		expect(made.replaced).toEqual([]);
		// nor the other way round
		const spaced = saved(base, { ...draftOf(base), text: '🌿 ' }, 2).note;
		expect(saved(spaced, { ...draftOf(base), text: 'a' }, 3)).toMatchObject({
			note: { text: 'a' },
			isJoined: false
		});
	});

	/** What a tab wrote that the note did not say when it began. */
	const isNews = (text: string, base: string) => !base.includes(text.replace(/\s+$/u, ''));

	test('whatever tabs write, in whatever order, every text that was saved is in the note', () => {
		fc.assert(
			fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 5 }), (base, texts) => {
				const begun = first(base);
				let kept = begun;
				texts.forEach((text, i) => {
					kept = saved(kept, { ...draftOf(begun), text }, i + 2).note;
				});
				for (const text of texts.filter((each) => isNews(each, begun.text)))
					expect(kept.text).toContain(text.replace(/\s+$/u, ''));
			}),
			{ numRuns: runs(100) }
		);
	});

	test('two saves in one millisecond are told apart', () => {
		const kept = first('a');
		expect(saved(kept, draftOf(kept), 1).note.changedAt).toBeGreaterThan(kept.changedAt);
	});
});

describe('a draft', () => {
	test('with a photo only, an answer only or a spoken note only is something', () => {
		expect(isEmptyDraft(draft(' \n'), 0)).toBe(true);
		expect(isEmptyDraft(draft(''), 1)).toBe(false);
		expect(isEmptyDraft(draft('', { answer: 'o1' }), 0)).toBe(false);
		expect(isEmptyDraft(draft('', { voice: { id: 'v', type: 'audio/webm', seconds: 1, bytes: 1 } }), 0)).toBe(
			false
		);
	});

	test('that says what the note says needs no keeping; any change does', () => {
		const kept = first('Soup');
		expect(isUnsaved(draftOf(kept), kept)).toBe(false);
		expect(isUnsaved({ ...draftOf(kept), text: 'Soup!' }, kept)).toBe(true);
		expect(isUnsaved({ ...draftOf(kept), openOn: localDay('2027-01-01') }, kept)).toBe(true);
		expect(isUnsaved({ ...draftOf(kept), dimension: undefined }, kept)).toBe(false);
		expect(isUnsaved(draft('', { prompt: 'p' }), undefined)).toBe(false);
	});

	test('comes back as it was from where it was kept', () => {
		fc.assert(
			fc.property(anyDay, fc.string(), (day, text) => {
				const written: NoteDraft = {
					...newDraft('id', day, { text, dimension: 'patience', tags: ['a b'], chimes: ['hope'] }),
					prompt: 'p',
					answer: 'o2',
					openOn: day,
					voice: { id: 'v', type: 'audio/webm', seconds: 2, bytes: 3 },
					base: { changedAt: 4, text: 'before', day, answer: 'o1', tags: ['c'], chimes: [] }
				};
				expect(parseDraft(JSON.stringify(written))).toEqual(written);
			})
		);
	});

	test('that is damaged is none, or only what can be read of it', () => {
		fc.assert(fc.property(fc.string(), (text) => void parseDraft(text)));
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const parsed = parseDraft(
					JSON.stringify({ id: 'n', day: today, text: '', tags: value, base: value })
				);
				expect(parsed?.id).toBe('n');
			})
		);
		for (const text of ['null', '[]', '{"id":"n","text":""}', '{"day":"2026-11-22","text":"","id":7}'])
			expect(parseDraft(text)).toBeUndefined();
	});
});

test('what a tag, or a note, has no room for is told, with what is kept of it', () => {
	const long = 'a'.repeat(longestTag + 1);
	expect(tagsCut(`cat, ${long}`)).toEqual({ kept: 'a'.repeat(longestTag) });
	expect(tagsFrom(`cat, ${long}`)[1]).toBe('a'.repeat(longestTag));
	const many = Array.from({ length: mostTags + 1 }, (_, i) => `t${i}`);
	expect(tagsCut(many.join(','))).toBe('many');
	// the same tag twice is one
	expect(tagsCut([...many.slice(1), 'T1'].join(','))).toBeUndefined();
	expect(tagsCut(`#${'a'.repeat(longestTag)}, `)).toBeUndefined();
});

test('tags are each there once, tidy, and not too many', () => {
	expect(tagsFrom('#cat, Cat,  my  sister ;; garden')).toEqual(['cat', 'my sister', 'garden']);
	expect(tagsFrom(Array.from({ length: 30 }, (_, i) => `t${i}`).join(','))).toHaveLength(mostTags);
	expect(tagsFrom('x'.repeat(100))[0]).toHaveLength(longestTag);
});

test('the newest day comes first, and within a day what was written last', () => {
	const note = (day: string, at: number): Note => ({ ...first('x'), day: localDay(day), at });
	const [a, b, c] = [note('2026-11-20', 9), note('2026-11-22', 1), note('2026-11-22', 5)];
	expect([a, b, c].sort(newestFirst)).toEqual([c, b, a]);
});

test('a letter stays closed until its day', () => {
	expect(isSealed({ openOn: localDay('2026-11-23') }, today)).toBe(true);
	expect(isSealed({ openOn: today }, today)).toBe(false);
	expect(isSealed({}, today)).toBe(false);
});
