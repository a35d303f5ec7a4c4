import { beforeEach, expect, test, vi } from 'vitest';
import { PhotoIntake, type Taken } from '$lib/features/hope/photos/photo-intake.svelte';
import type { Prepared } from '$lib/platform/picture';

/** What opening a file gives, by its name: no picture can be opened without a browser. */
const opened = vi.hoisted(() => ({ waits: undefined as Promise<void> | undefined }));
vi.mock('$lib/platform/picture', () => ({
	async *preparePictures(files: readonly File[], signal: AbortSignal) {
		for (const file of files) {
			await opened.waits;
			if (signal.aborted) return;
			const prepared = (
				file.name.includes('broken')
					? { trouble: 'broken' }
					: { picture: file, thumbnail: file, width: 8, height: 6 }
			) as Prepared;
			yield { file, prepared };
		}
	}
}));
beforeEach(() => {
	opened.waits = undefined;
});

const files = (...names: string[]) => names.map((name) => new File([name], name));
/** An intake that keeps what comes, until it is told otherwise. */
function anIntake(answer: (name: string) => 'full' | 'failed' | undefined = () => undefined) {
	const kept: string[] = [];
	const told: (() => Promise<void>)[][] = [];
	const add = ({ picture }: { picture: Blob }): Promise<Taken> => {
		const { name } = picture as File;
		const trouble = answer(name);
		if (!trouble) kept.push(name);
		return Promise.resolve(
			trouble ?? { undo: () => Promise.resolve(void kept.splice(kept.indexOf(name), 1)) }
		);
	};
	return { intake: new PhotoIntake(add, (undos) => void told.push(undos)), kept, told };
}

test('all are taken in, in their order, and told once, each with its way back', async () => {
	const { intake, kept, told } = anIntake();
	const taking = intake.take(files('a', 'b', 'c'));
	expect(intake.isBusy).toBe(true);
	expect(intake.total).toBe(3);
	await taking;
	expect(kept).toEqual(['a', 'b', 'c']);
	expect(told).toHaveLength(1);
	expect([intake.isBusy, intake.done, intake.hasTroubles]).toEqual([false, 0, false]);
	for (const undo of told[0]!) await undo();
	expect(kept).toEqual([]);
});

test('nothing chosen is nothing to wait for', async () => {
	const { intake, told } = anIntake();
	await intake.take([]);
	expect(intake.isBusy).toBe(false);
	expect(told).toEqual([]);
});

test('a file that cannot be opened is told by its name, and costs no other', async () => {
	const { intake, kept } = anIntake();
	await intake.take(files('a', 'broken.jpg', 'c'));
	expect(kept).toEqual(['a', 'c']);
	expect(intake.troubles).toEqual([{ kind: 'broken', name: 'broken.jpg' }]);
	expect(await intake.finish()).toBe(true);
	intake.close();
	expect(intake.hasTroubles).toBe(false);
});

test('once there is no room, the rest is counted, and not tried one by one', async () => {
	const tried: string[] = [];
	const { intake, kept, told } = anIntake((name) => {
		tried.push(name);
		return name === 'b' ? 'full' : undefined;
	});
	await intake.take(files('a', 'b', 'c', 'd'));
	expect(tried).toEqual(['a', 'b']);
	expect(kept).toEqual(['a']);
	expect(intake.withoutRoom).toBe(3);
	expect(told[0]).toHaveLength(1);
});

test('one that could not be kept is told, and nothing is told to be in', async () => {
	const { intake, told } = anIntake(() => 'failed');
	await intake.take(files('a'));
	expect(intake.troubles).toEqual([{ kind: 'failed', name: 'a' }]);
	expect(told).toEqual([]);
});

test('chosen while others are on their way, they wait their turn; the count goes on', async () => {
	let go = () => {};
	opened.waits = new Promise((resolve) => (go = resolve));
	const { intake, kept, told } = anIntake();
	const first = intake.take(files('a', 'broken'));
	const second = intake.take(files('b'));
	expect(intake.total).toBe(3);
	const finishing = intake.finish();
	go();
	await Promise.all([first, second]);
	expect(kept).toEqual(['a', 'b']);
	expect(told).toHaveLength(1);
	// some of it was refused just now: whoever saves is told before the page goes
	expect(await finishing).toBe(false);
});

test('stopped, what is in stays and the others are left alone; the next ones are taken as ever', async () => {
	const { intake, kept } = anIntake((name) => {
		if (name === 'b') intake.cancel();
		return undefined;
	});
	await intake.take(files('a', 'b', 'c', 'd'));
	expect(kept).toEqual(['a', 'b']);
	expect(intake.isBusy).toBe(false);
	await intake.take(files('e'));
	expect(kept).toEqual(['a', 'b', 'e']);
});

test('what is said of the last ones goes when more are chosen', async () => {
	const { intake } = anIntake();
	await intake.take(files('broken'));
	expect(intake.hasTroubles).toBe(true);
	await intake.take(files('a'));
	expect(intake.hasTroubles).toBe(false);
});

test('a photo that was shared and did not come along is told of, and one that did is kept', async () => {
	const { intake, kept } = anIntake();
	await intake.takeShared([]);
	expect(intake.troubles).toEqual([{ kind: 'away', name: '' }]);
	expect(intake.isBusy).toBe(false);
	intake.close();
	await intake.takeShared(files('a'));
	expect([intake.hasTroubles, kept.length]).toEqual([false, 1]);
});
