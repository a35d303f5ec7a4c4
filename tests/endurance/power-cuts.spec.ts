import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium } from '../../scripts/browsers.mjs';
import { expect, test } from '../e2e/fixtures.ts';
import { allGone, browserSession, kill } from '../e2e/kill.ts';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import {
	change,
	missingIn,
	openBoth,
	read,
	startWriting,
	stopWriting,
	times,
	type How
} from './both-stores.ts';

/** A file system of its own, in a file, whose power can be cut: what was not flushed is gone. Needs root. */
class CutDisk {
	readonly at: string;
	readonly #file: string;

	constructor(folder: string) {
		[this.at, this.#file] = [`${folder}/disk`, `${folder}/disk.img`];
		mkdirSync(this.at, { recursive: true });
		const file = openSync(this.#file, 'w');
		ftruncateSync(file, 512 * 1024 * 1024);
		closeSync(file);
		execFileSync('mkfs.ext4', ['-q', this.#file]);
		this.mount();
	}

	mount(): void {
		execFileSync('mount', ['-o', 'loop', this.#file, this.at]);
	}

	/** Stops the file system where it stands: neither its files nor its own journal are flushed. */
	cut(): void {
		const stop =
			'open(my $f, "<", $ARGV[0]) or die $!; ioctl($f, 0x8004587d, my $how = pack("L", 2)) or die $!';
		execFileSync('perl', ['-e', stop, this.at]);
	}

	/** Once nobody uses it any more: one that goes on in the background would be found again by the next mount, stopped as it is. */
	unmount(): void {
		// the system lets go of the files of a process a moment after its end
		for (let left = 20; left > 0; left -= 1) {
			if (spawnSync('umount', [this.at]).status === 0) return;
			spawnSync('sleep', ['0.2']);
		}
		execFileSync('umount', [this.at]);
	}

	end(): void {
		spawnSync('umount', ['-l', this.at]);
		rmSync(this.#file, { force: true });
	}
}

/** Rounds of each control: a cut does not always fall where it harms. */
const controls = Math.max(5, Math.ceil(times.cuts / 5));
/** Ordinary visits after it. */
const sessions = 5;
/** Who waits longer for a page takes what it has for lost. */
const readLimitMs = 30_000;

/** Undefined when it does not come, or not in time. */
const inTime = <T>(work: Promise<T>): Promise<T | undefined> =>
	Promise.race([work.catch(() => undefined), pause(readLimitMs, undefined, { ref: false })]);

test.describe('power cuts', () => {
	test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'makes a file system, as root');

	for (const [name, how, cuts, mayLose] of [
		['with both stores', {}, times.cuts, false],
		['control: the database alone', { isAlone: true }, controls, true],
		['control: as browsers write unless they are told', { isRelaxed: true }, controls, true]
	] as const satisfies readonly (readonly [string, How, number, boolean])[])
		test(`D2 ${name}: ${mayLose ? 'what was said to be saved is lost' : 'nothing that was said to be saved is lost'}`, async ({
			served,
			launchOptions,
			tolerate
		}, info) => {
			tolerate(/./);
			test.setTimeout(60_000 + cuts * 90_000);
			const { url } = await served(await builtOnce('both', buildBothStores));
			let [lossy, unanswered, told] = [0, 0, 0];
			for (let round = 0; round < cuts; round += 1) {
				const disk = new CutDisk(info.outputPath(`cut-${round}`));
				const folder = `${disk.at}/profile`;
				let running: { context: BrowserContext; session: number } | undefined;
				const open = async (): Promise<BrowserContext> => {
					const context = await chromium.launchPersistentContext(folder, {
						...launchOptions,
						executablePath: findChromium(),
						serviceWorkers: 'block'
					});
					running = { context, session: browserSession(folder) };
					return context;
				};
				/** However it is: without its files it may have ended by itself, and does not always close any more. */
				const end = async () => {
					if (!running) return;
					const { context, session } = running;
					running = undefined;
					await kill(context, folder).catch(() => undefined);
					await allGone(session);
				};
				try {
					// made before, closed well: the power is cut in a later session
					const first = await openBoth(await open(), url, how);
					await change(first.page, 1, 1500);
					await first.page.context().close();
					execFileSync('sync', ['-f', disk.at]);

					const { page, saved } = await openBoth(await open(), url, how);
					startWriting(page, 2, 1500);
					await expect.poll(saved, { timeout: 60_000 }).toBeGreaterThan(20 + round);
					// the power is cut a while after the last word
					await stopWriting(page);
					await pause(2000 + ((round * 3571) % 6000));
					let last = saved();
					disk.cut();
					await end();
					disk.unmount();
					disk.mount();

					let missing: string[] = [];
					for (let session = 0; session < sessions && missing.length === 0; session += 1) {
						const context = await open();
						const after = await inTime(openBoth(context, url, how));
						const content = async () => after && (await inTime(read(after.page)));
						const deadline = Date.now() + (mayLose ? 0 : 20_000);
						do {
							const found = await content();
							missing = found ? missingIn(found, last) : ['all: no page comes, or it does not answer'];
							if (!found) unanswered += 1;
						} while (missing.length > 0 && Date.now() < deadline && (await pause(200, true)));
						if ((await content())?.isTold) told += 1;
						for (let more = 0; after && missing.length === 0 && more < 8; more += 1)
							if (await inTime(change(after.page, last + 1, 1500).then(() => true))) last += 1;
							else missing = [`${last + 1}: it cannot be saved`];
						if (missing.length === 0) await context.close();
						else await end();
					}
					if (missing.length > 0) lossy += 1;
					if (!mayLose) expect(missing, `cut ${round}`).toEqual([]);
				} finally {
					await end();
					disk.end();
				}
			}
			console.log(
				`power cuts, ${name}: ${cuts} cuts, ${sessions} sessions after each; lost in ${lossy} (${unanswered} reads without an answer), told in ${told} sessions`
			);
			if (mayLose) expect(lossy).toBeGreaterThan(0);
		});
});
