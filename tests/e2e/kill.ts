import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** The browser's first process: the one that was told to keep its data in that folder. */
function processOf(folder: string): number {
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
			const isIts = command.includes(`--user-data-dir=${folder}`) || command.includes(folder);
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

/** Kills the browser that keeps its data in this folder, as a phone does that needs the memory; it can be opened again. */
export async function kill(context: BrowserContext, folder: string): Promise<void> {
	const gone = new Promise((resolve) => context.once('close', resolve));
	process.kill(processOf(folder), 'SIGKILL');
	await gone;
	for (const lock of ['SingletonLock', 'lock', '.parentlock']) rmSync(join(folder, lock), { force: true });
}
