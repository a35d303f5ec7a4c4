import { readdirSync, readFileSync } from 'node:fs';

/** The browser's first process: the one that was told to keep its data in that folder. */
export function processOf(folder: string): number {
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		try {
			const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
			if (
				command.includes(`--user-data-dir=${folder}`) &&
				!command.some((word) => word.startsWith('--type='))
			)
				return Number(name);
		} catch {
			// it ended meanwhile
		}
	}
	throw new Error('the browser was not found');
}
