import { describe, expect, test, vi } from 'vitest';
import type { Copies, CopySummary, OpenedCopy, SavedCopy } from '$lib/app/copies/types';
import { CopyError, type CopyProblem, type Working } from '$lib/copy/types';
import type { Services } from '$lib/app/services.svelte';
import { Bringing } from '$lib/features/copies/bringing.svelte';
import { Phrase } from '$lib/features/copies/phrase.svelte';
import { Saving } from '$lib/features/copies/saving.svelte';
import { Work } from '$lib/features/copies/work.svelte';
import { normalisePassphrase, wordsOffered } from '$lib/domain/passphrase';

const { download, shares } = vi.hoisted(() => ({
	download: vi.fn(),
	shares: { can: false, end: 'shared' as 'shared' | 'stopped' | 'unable' }
}));
vi.mock('$lib/platform/download', () => ({ saveFile: download }));
vi.mock('$lib/platform/share', () => ({
	canShareThis: () => shares.can,
	share: () => Promise.resolve(shares.end)
}));

const services = {} as Services;
const empty: CopySummary = { madeAt: 5, days: 0, notes: 0, photos: 0, recordings: 0, steps: 0 };
const full: CopySummary = { ...empty, notes: 4, newestAt: 100 };
const saved: SavedCopy = { file: new Blob(['x']), name: 'envol.envol', summary: full, bytes: 1 };
const opened: OpenedCopy = { kind: 'sealed', summary: full, bytes: 1 };
const file = new Blob(['copy']);

/** A core that does what it is told; the rest is not asked for. */
function core(does: Partial<Copies>): { copies: Copies; load: () => Promise<Copies> } {
	const copies = {
		problemOf: (error: unknown) => (error instanceof CopyError ? error.problem : 'not-saved'),
		noteSaved: vi.fn().mockResolvedValue(undefined),
		summaryHere: vi.fn().mockResolvedValue(empty),
		kindOfCopy: vi.fn().mockResolvedValue('sealed'),
		openCopy: vi.fn().mockResolvedValue(opened),
		undoLeft: vi.fn().mockResolvedValue(undefined),
		...does
	} as unknown as Copies;
	return { copies, load: () => Promise.resolve(copies) };
}
/** Works until it is stopped, as the real one does. */
const untilStopped = (working?: Working) =>
	new Promise<never>((_, reject) => {
		working?.onProgress?.(1, 4);
		if (working?.signal?.aborted) reject(new CopyError('cancelled'));
		working?.signal?.addEventListener('abort', () => reject(new CopyError('cancelled')));
	});
function unseal(bringing: Bringing, typed: string): Promise<void> {
	bringing.typed = typed;
	return bringing.unseal();
}
const says = (problem: CopyProblem) => () => Promise.reject(new CopyError(problem));

describe('saving a copy', () => {
	test('without a share sheet it is downloaded at once, and written down as saved', async () => {
		shares.can = false;
		const { copies, load } = core({ saveCopy: vi.fn().mockResolvedValue(saved) });
		const saving = new Saving(services, load);
		await saving.make('five words');
		expect(copies.saveCopy).toHaveBeenCalledWith(
			services,
			expect.objectContaining({ passphrase: 'five words' })
		);
		expect(download).toHaveBeenCalledWith('envol.envol', saved.file);
		expect(saving.given).toBe('downloaded');
		expect(copies.noteSaved).toHaveBeenCalledWith(services, saved);
	});

	test('where the sheet takes the file, the person chooses; a change of mind is no saved copy', async () => {
		shares.can = true;
		download.mockClear();
		const { copies, load } = core({ saveCopy: vi.fn().mockResolvedValue(saved) });
		const saving = new Saving(services, load);
		await saving.make(undefined);
		expect(vi.mocked(copies.saveCopy).mock.calls[0]![1]).not.toHaveProperty('passphrase');
		expect(saving.given).toBeUndefined();
		shares.end = 'stopped';
		await saving.share('Envol');
		expect(saving.given).toBeUndefined();
		expect(copies.noteSaved).not.toHaveBeenCalled();
		shares.end = 'shared';
		await saving.share('Envol');
		expect(saving.given).toBe('shared');
		expect(download).not.toHaveBeenCalled();
		expect(copies.noteSaved).toHaveBeenCalledOnce();
	});

	test('a sheet that cannot leaves the download', async () => {
		shares.can = true;
		shares.end = 'unable';
		const saving = new Saving(services, core({ saveCopy: () => Promise.resolve(saved) }).load);
		await saving.make('five words');
		await saving.share('Envol');
		expect(saving.canShare).toBe(false);
		await saving.download();
		expect(saving.given).toBe('downloaded');
	});

	test('it says how far it is, and stops when it is told', async () => {
		const saving = new Saving(services, core({ saveCopy: (_, how) => untilStopped(how) }).load);
		const making = saving.make('five words');
		await vi.waitFor(() => expect(saving.work.part).toBe(0.25));
		saving.work.stop();
		await making;
		expect(saving.work.problem).toBe('cancelled');
		expect(saving.work.isBusy).toBe(false);
		expect(saving.saved).toBeUndefined();
	});

	test('a full device is said, a part that does not load is not a silent end', async () => {
		const saving = new Saving(services, core({ saveCopy: says('full') }).load);
		await saving.make('five words');
		expect(saving.work.problem).toBe('full');
		const without = new Saving(services, () => Promise.reject(new TypeError('no network')));
		await without.make('five words');
		expect(without.work.problem).toBe('not-saved');
	});
});

describe('bringing a copy back', () => {
	test('a sealed one asks for its words, is looked at, brought back, and undone', async () => {
		const undo = vi.fn().mockResolvedValue(undefined);
		const { copies, load } = core({ bringBack: vi.fn().mockResolvedValue({ undo, summary: full }) });
		const bringing = new Bringing(services, load);
		await bringing.choose(file);
		expect(bringing.stage).toBe('sealed');
		await unseal(bringing, ' - ');
		expect(bringing.isPhraseMissing).toBe(true);
		expect(copies.openCopy).not.toHaveBeenCalled();
		await unseal(bringing, 'river candle');
		expect(bringing.stage).toBe('preview');
		expect(bringing.isNothingHere).toBe(true);
		await bringing.bring('replace');
		expect(copies.bringBack).toHaveBeenCalledWith(services, opened, 'replace', expect.anything());
		expect(bringing.stage).toBe('done');
		await bringing.undo();
		expect(undo).toHaveBeenCalledOnce();
		expect(bringing.stage).toBe('undone');
	});

	test('a readable one opens at once', async () => {
		const { load } = core({ kindOfCopy: () => Promise.resolve('readable') });
		const bringing = new Bringing(services, load);
		await bringing.choose(file);
		expect(bringing.stage).toBe('preview');
	});

	test('wrong words are said, and the next try may be right', async () => {
		const openCopy = vi.fn().mockImplementationOnce(says('wrong-passphrase')).mockResolvedValue(opened);
		const bringing = new Bringing(services, core({ openCopy }).load);
		await bringing.choose(file);
		await unseal(bringing, 'wrong words');
		expect([bringing.stage, bringing.work.problem]).toEqual(['sealed', 'wrong-passphrase']);
		expect(bringing.typed).toBe('wrong words');
		await unseal(bringing, 'right words');
		expect([bringing.stage, bringing.work.problem]).toEqual(['preview', undefined]);
	});

	test('a letter to the bank is not a copy', async () => {
		const bringing = new Bringing(services, core({ kindOfCopy: () => Promise.resolve(undefined) }).load);
		await bringing.choose(file);
		expect([bringing.stage, bringing.work.problem]).toEqual(['choose', 'not-a-copy']);
	});

	test.each(['damaged', 'newer', 'too-large', 'full', 'busy'] as const)(
		'%s: said, and nothing else',
		async (problem) => {
			const bringing = new Bringing(
				services,
				core({ kindOfCopy: () => Promise.resolve('readable'), openCopy: says(problem) }).load
			);
			await bringing.choose(file);
			expect([bringing.stage, bringing.work.problem]).toEqual(['choose', problem]);
		}
	);

	test('stopped half way, the copy is still there to bring back', async () => {
		const bringBack: Copies['bringBack'] = (_services, _opened, _how, working) => untilStopped(working);
		const bringing = new Bringing(
			services,
			core({ kindOfCopy: () => Promise.resolve('readable'), bringBack }).load
		);
		await bringing.choose(file);
		const bring = bringing.bring('merge');
		await vi.waitFor(() => expect(bringing.work.part).toBe(0.25));
		bringing.work.stop();
		await bring;
		expect([bringing.stage, bringing.work.problem]).toEqual(['preview', 'cancelled']);
	});

	test.each([
		[100, 50, 'copy'],
		[50, 100, 'here'],
		[50, 50, undefined]
	])('what was written last is told: %s in the copy, %s here', async (copy, here, newer) => {
		const bringing = new Bringing(
			services,
			core({
				openCopy: () => Promise.resolve({ ...opened, summary: { ...full, newestAt: copy } }),
				summaryHere: () => Promise.resolve({ ...full, newestAt: here })
			}).load
		);
		await bringing.choose(file);
		await unseal(bringing, 'river candle');
		expect(bringing.newer).toBe(newer);
		expect(bringing.isNothingHere).toBe(false);
	});

	test('an earlier one can be undone at the next visit, or let go of', async () => {
		const left = {
			at: 5,
			undo: vi.fn().mockResolvedValue(undefined),
			letGo: vi.fn().mockResolvedValue(undefined)
		};
		const { load } = core({ undoLeft: () => Promise.resolve(left) });
		const bringing = new Bringing(services, load);
		await bringing.lookForUndo();
		await bringing.letGo();
		expect(left.letGo).toHaveBeenCalledOnce();
		expect(bringing.undoLeft).toBeUndefined();
		await bringing.lookForUndo();
		await bringing.undo();
		expect(left.undo).toHaveBeenCalledOnce();
		expect(bringing.stage).toBe('undone');
	});

	test('a file that is chosen while the page still looks for an earlier one is opened', async () => {
		const { load } = core({ undoLeft: () => new Promise(() => undefined) });
		const bringing = new Bringing(services, load);
		void bringing.lookForUndo();
		await bringing.choose(file);
		expect(bringing.stage).toBe('sealed');
	});

	test('that nothing can be undone is no trouble of the person', async () => {
		const bringing = new Bringing(services, core({ undoLeft: says('not-saved') }).load);
		await bringing.lookForUndo();
		expect(bringing.work.problem).toBeUndefined();
	});
});

describe('the secret phrase', () => {
	test.each(['en', 'fr'] as const)('five words of %s, and five others', async (lang) => {
		const phrase = new Phrase();
		expect(phrase.isUsable).toBe(false);
		await phrase.offer(lang);
		const before = phrase.text;
		expect(phrase.words).toHaveLength(wordsOffered);
		expect(phrase.ask()).toBe(true);
		await phrase.offer(lang);
		expect(phrase.text).not.toBe(before);
	});

	test('own words: nothing is said against them before they are sent', async () => {
		const phrase = new Phrase();
		await phrase.offer('en');
		phrase.way = 'own';
		expect(phrase.said).toBeUndefined();
		phrase.own = 'short';
		expect(phrase.said).toBeUndefined();
		expect(phrase.ask()).toBe(false);
		expect([phrase.said, phrase.isWrong]).toEqual(['short', true]);
		phrase.own = 'my dog is called Rex';
		expect([phrase.said, phrase.isWrong, phrase.isUsable]).toEqual(['weak', false, true]);
		phrase.own = ' My old dog Rex swims in the lake ';
		expect([phrase.said, phrase.text]).toEqual([undefined, 'My old dog Rex swims in the lake']);
		phrase.way = 'offered';
		expect(normalisePassphrase(phrase.text)).not.toContain('rex');
	});
});

test('one long work at a time: a second tap begins no second one', async () => {
	const work = new Work(core({}).load);
	const first = work.run((_, working) => untilStopped(working));
	const second = vi.fn();
	expect(await work.run(second)).toBeUndefined();
	expect(second).not.toHaveBeenCalled();
	work.stop();
	await first;
	expect(work.problem).toBe('cancelled');
});
