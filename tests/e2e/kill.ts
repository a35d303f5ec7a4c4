import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from '@playwright/test';

/** The browser's first process: the one that was told to keep its data in that folder. */
function processOf(folder: string): number {
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
			const isIts = command.includes(`--user-data-dir=${folder}`) || command.includes(folder);
			// a script that starts it has the same words, and its end is none of the browser's
			if (/\/(ba|da)?sh$/.test(command[0]!)) continue;
			// neither does what belongs to one page
			if (isIts && !command.some((word) => word.startsWith('--type=') || word === '-contentproc'))
				return Number(name);
		} catch {
			// it ended meanwhile
		}
	}
	throw new Error('the browser was not found');
}

/** The processes that hold the pages of the browser which keeps its data in that folder. */
export function pageProcessesOf(folder: string): number[] {
	const first = processOf(folder);
	return readdirSync('/proc').flatMap((name) => {
		try {
			if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('--type=renderer')) return [];
			for (let id = Number(name); id > 1;) {
				if (id === first) return Number(name);
				id = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
			}
		} catch {
			// no process, or it ended meanwhile
		}
		return [];
	});
}

/**
 * The session of the system in which this process and all that it started are, whoever their parent is by now: the driver begins a
 * browser in one of its own.
 */
function sessionOf(id: string | number): { session: number; hasEnded: boolean } {
	// the name before it may hold anything, a bracket too
	const [state, , , session] = readFileSync(`/proc/${id}/stat`, 'utf8')
		.replace(/^.*\) /s, '')
		.split(' ');
	// the first thread of a process may have ended before others, which still write
	const hasEnded = (state === 'Z' || state === 'X') && readdirSync(`/proc/${id}/task`).length <= 1;
	return { session: Number(session), hasEnded };
}

/** The session of the browser that keeps its data in this folder. */
export const browserSession = (folder: string): number => sessionOf(processOf(folder)).session;

/** What is still running of a browser. */
function leftIn(session: number): string[] {
	return readdirSync('/proc').flatMap((name) => {
		if (!/^\d+$/.test(name)) return [];
		try {
			const of = sessionOf(name);
			if (of.session !== session || of.hasEnded) return [];
			return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').slice(0, 200);
		} catch {
			// it ended meanwhile
			return [];
		}
	});
}

/** What takes longer has not noticed that the browser is gone. */
const endLimitMs = 30_000;

/**
 * Waits until all processes of a browser are gone. Those that it started learn of its end by themselves, and write to its folder until
 * then.
 */
export async function allGone(session: number): Promise<void> {
	for (const until = Date.now() + endLimitMs; ;) {
		const left = leftIn(session);
		if (left.length === 0) return;
		if (Date.now() > until) throw new Error(`of a browser that ended is left: ${left.join('\n')}`);
		await pause(10);
	}
}

/** Kills the browser that keeps its data in this folder, as a phone does that needs the memory; it can be opened again. */
export async function kill(context: BrowserContext, folder: string): Promise<void> {
	const gone = new Promise((resolve) => context.once('close', resolve));
	const id = processOf(folder);
	const { session } = sessionOf(id);
	process.kill(id, 'SIGKILL');
	await gone;
	await allGone(session);
	for (const lock of ['SingletonLock', 'lock', '.parentlock']) rmSync(join(folder, lock), { force: true });
}
