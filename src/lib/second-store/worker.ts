/// <reference lib="webworker" />
import { Keeper } from './keeper';
import { databaseRows } from './database-rows';
import { entriesIn } from './entries';
import { Generations, type Handle } from './generations';
import { Media } from './media';
import type { Mending } from './compare';
import {
	journalName,
	type Asked,
	type Checked,
	type FromWorker,
	type OnProgress,
	type ToWorker
} from './port';

declare const self: DedicatedWorkerGlobalScope;

/** Between tabs: what one asks of the tab that has the files, and what that answers. */
type Between =
	| { from: string; id: number; asked: Asked }
	| { to: string; answer: Extract<FromWorker, { type: 'answer' | 'refused' | 'progress' }> }
	/** Another tab has the files now: ask again what was not answered. */
	| { isHere: true }
	| { isErased: true };

const me = crypto.randomUUID();
const channel = new BroadcastChannel(journalName);
const tell = (message: FromWorker) => self.postMessage(message);
const between = (message: Between) => channel.postMessage(message);

/** What this page asked and nobody has answered yet. */
const open = new Map<number, Asked>();
let keeper: Keeper | undefined;
let database: string | undefined;
let release: (() => void) | undefined;
/** Calls off waiting for the files. */
let callOff: AbortController | undefined;
let isOver = false;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Another page may have gone a moment ago, and its files not be free yet. */
async function handleOf(
	folder: FileSystemDirectoryHandle,
	name: string
): Promise<FileSystemSyncAccessHandle> {
	const file = await folder.getFileHandle(name, { create: true });
	for (let left = 20; ; left -= 1)
		try {
			return await file.createSyncAccessHandle();
		} catch (error) {
			if (left === 0) throw error;
			await pause(100);
		}
}

/** All files are made at once, the first time: a file that was just made can be gone after a power cut, an older one not. */
const mediaFiles = 16;

async function openFiles(): Promise<Keeper> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle(journalName, { create: true });
	const names = ['one', 'two', ...Array.from({ length: mediaFiles }, (_, i) => `media-${i}`)];
	const handles: FileSystemSyncAccessHandle[] = [];
	const close = () => handles.forEach((handle) => handle.close());
	try {
		for (const name of names) handles.push(await handleOf(folder, name));
		const [one, two, ...rest] = handles as unknown as [Handle, Handle, ...Handle[]];
		const generations = new Generations(one, two);
		return new Keeper({
			append: (bytes) => generations.append(bytes),
			replace: (parts) => generations.replace(parts),
			read: () => entriesIn(generations.read()),
			size: () => generations.size,
			media: new Media(rest),
			roomForMedia: async () => {
				const { quota = 0, usage = 0 } = await navigator.storage.estimate();
				return Math.max(0, quota - usage) / 2;
			},
			rows: databaseRows,
			pause,
			close,
			empty: async () => {
				// both generations: a page that is killed here must not leave what brings all of it back
				generations.replace([]);
				generations.replace([]);
				close();
				await root.removeEntry(journalName, { recursive: true });
			}
		});
	} catch (error) {
		close();
		throw error;
	}
}

const found = (mendings: readonly Mending[]) => tell({ type: 'found', mendings });

/** One at a time: a check waits until both are compared. */
async function check(now: Keeper, name: string, onProgress: OnProgress): Promise<Checked | undefined> {
	while (comparing) await comparing;
	const checking = now.check(name, found, onProgress);
	comparing = checking.then(noop, noop).finally(() => (comparing = undefined));
	return checking;
}

/** One at a time, as well. */
async function renew(now: Keeper, name: string, onProgress: OnProgress): Promise<boolean> {
	while (comparing) await comparing;
	const renewing = now.renew(name, onProgress);
	comparing = renewing.then(noop, noop).finally(() => (comparing = undefined));
	return renewing;
}

/** Answers what is asked, of this page or another. @param onProgress for what takes long */
async function answer(
	id: number,
	asked: Asked,
	onProgress: OnProgress
): Promise<Extract<FromWorker, { type: 'answer' | 'refused' }>> {
	try {
		const value = await (asked.do === 'check'
			? check(keeper!, asked.database, onProgress)
			: asked.do === 'renew'
				? renew(keeper!, asked.database, onProgress)
				: keeper!.answer(asked));
		if (asked.do === 'erase') {
			between({ isErased: true });
			over();
		}
		return { type: 'answer', id, value };
	} catch (error) {
		return { type: 'refused', id, name: (error as Error).name };
	}
}

/** Everything was erased. */
function over(): void {
	isOver = true;
	keeper = undefined;
	release?.();
	callOff?.abort();
	callOff = release = undefined;
}

async function ask(id: number, asked: Asked): Promise<void> {
	// on a slow device the answer may have come too late: then it is asked for once more
	if (isOver && asked.do === 'erase') return tell({ type: 'answer', id, value: undefined });
	if (isOver) return tell({ type: 'refused', id, name: 'AbortError' });
	open.set(id, asked);
	if (keeper) await answerHere(id, asked);
	else between({ from: me, id, asked });
}

async function answerHere(id: number, asked: Asked): Promise<void> {
	const answered = await answer(id, asked, (done, of) => tell({ type: 'progress', id, done, of }));
	if (open.delete(id)) tell(answered);
}

const noop = () => undefined;
let comparing: Promise<void> | undefined;
/** One at a time. */
function compare(): void {
	const now = keeper;
	if (!now || database === undefined || comparing) return;
	comparing = now
		.compare(database, found)
		.then((how) => tell({ type: 'compared', how }))
		.catch(() => undefined)
		.finally(() => (comparing = undefined));
}

/** One tab has the files; the others wait for its end, and ask it meanwhile. */
function waitForFiles(): void {
	callOff = new AbortController();
	void navigator.locks
		.request(journalName, { signal: callOff.signal }, async () => {
			const held = new Promise<void>((resolve) => (release = resolve));
			const opened = await openFiles();
			// everything was erased meanwhile
			if (isOver) return opened.close();
			keeper = opened;
			between({ isHere: true });
			for (const [id, asked] of [...open]) {
				const answering = answerHere(id, asked);
				// what is to be kept must not wait for it
				if (asked.do !== 'check' && asked.do !== 'renew') await answering;
			}
			compare();
			await held;
		})
		.catch((error: unknown) => {
			if ((error as Error).name === 'AbortError') return;
			isOver = true;
			tell({ type: 'off', name: (error as Error).name });
		});
}

channel.onmessage = async ({ data }: MessageEvent<Between>) => {
	if ('isErased' in data) return over();
	if ('isHere' in data) {
		for (const [id, asked] of open) between({ from: me, id, asked });
	} else if ('to' in data) {
		const { to, answer } = data;
		if (to !== me || !open.has(answer.id)) return;
		if (answer.type !== 'progress') open.delete(answer.id);
		tell(answer);
	} else if (keeper) {
		const { from, id, asked } = data;
		const onProgress: OnProgress = (done, of) =>
			between({ to: from, answer: { type: 'progress', id, done, of } });
		between({ to: from, answer: await answer(id, asked, onProgress) });
	}
};

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
	if (data.type === 'ask') void ask(data.id, data.asked);
	else if (data.type === 'compare') {
		database = data.database;
		compare();
	} else keeper?.mended(data.count);
};
waitForFiles();
