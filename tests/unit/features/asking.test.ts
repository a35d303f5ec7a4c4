import { describe, expect, test } from 'vitest';
import { journalPrompts } from '$lib/content/journal-prompts';
import { Asking } from '$lib/features/hope/writing/asking.svelte';
import { startFrom, Writing } from '$lib/features/hope/writing/writing.svelte';
import { givenServices } from '../../support/services';

const given = givenServices();
const about = (id: string | undefined) => journalPrompts.find((each) => each.id === id);

/** A note being written about trust, with its question. */
async function asked() {
	const writing = new Writing(given.services);
	const asking = new Asking(writing);
	given.watch(() => [writing.draft, asking.prompt]);
	await writing.open(startFrom('#trust'));
	asking.start();
	return { writing, asking };
}

describe('the question above a note', () => {
	test('is an offer about what was chosen: nothing counts as written, and one that was there stays', async () => {
		const { writing, asking } = await asked();
		expect(asking.prompt?.dimension).toBe('trust');
		expect(writing.stage).toBe('quiet');
		const before = asking.prompt?.id;
		asking.start();
		expect(asking.prompt?.id).toBe(before);
		expect(writing.level).toBe(asking.prompt?.level);
	});

	test('changes with its answer and its own marks; the person’s words and marks stay', async () => {
		const { writing, asking } = await asked();
		const own = (['connectedness', 'hope', 'identity', 'meaning', 'empowerment'] as const).find(
			(chime) => !asking.prompt!.chime.includes(chime)
		)!;
		writing.change({ text: 'Soup', answer: 'yes', chimes: [...writing.draft!.chimes, own] });
		const before = asking.prompt?.id;
		asking.ask();
		expect(asking.prompt?.id).not.toBe(before);
		expect(writing.draft).toMatchObject({ text: 'Soup', answer: undefined });
		expect(writing.draft!.chimes).toContain(own);
		asking.skip();
		expect(asking.prompt).toBeUndefined();
		expect(writing.draft).toMatchObject({ text: 'Soup', prompt: undefined });
		// without a question, none is asked for when it is about something else
		asking.chooseAbout('hope');
		expect(writing.draft).toMatchObject({ dimension: 'hope', prompt: undefined });
		asking.chooseLevel('tap');
		expect(about(writing.draft?.prompt)).toMatchObject({ dimension: 'hope', level: 'tap' });
	});
});
