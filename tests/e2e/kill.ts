import { execFileSync } from 'node:child_process';
import type { BrowserContext } from '@playwright/test';
import { processOf } from './killing.ts';

/** Kills the browser that keeps its data in this folder, as a phone does that needs the memory; it can be opened again. */
export async function kill(context: BrowserContext, folder: string): Promise<void> {
	const gone = new Promise((resolve) => context.once('close', resolve));
	process.kill(processOf(folder), 'SIGKILL');
	await gone;
	execFileSync('rm', ['-f', `${folder}/SingletonLock`]);
}
