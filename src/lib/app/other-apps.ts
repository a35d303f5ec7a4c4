import { habitsOfLoopBackup, habitsOfLoopTables, habitsOfTableHabit, isOfLoop } from '$lib/codec/other-apps';
import { isSqlite } from '$lib/codec/sqlite';
import { isZip, readZip } from '$lib/codec/zip';
import { tidyHabits, type BroughtHabit } from '$lib/domain/brought-habits';
import type { LocalDay } from '$lib/domain/local-day';
import { inflate } from '$lib/platform/deflate';

/** What a file of another program turned out to be. */
export type OtherApp =
	| { kind: 'habits'; from: 'loop' | 'table-habit'; habits: BroughtHabit[] }
	/** Of a program that is read, and cut off or damaged. */
	| { kind: 'damaged' }
	/** Of any other program. */
	| { kind: 'unknown' }
	| { kind: 'too-large' };

/** In bytes. */
const largestFile = 32_000_000;
const largestUnpacked = 12_000_000;

async function textsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
	const texts = new Map<string, string>();
	let left = largestUnpacked;
	for (const { name, packing, bytes: packed } of readZip(bytes).filter((entry) => isOfLoop(entry.name))) {
		const plain = packing === 'stored' ? packed : await inflate(new Uint8Array(packed), left);
		// one that is damaged says nothing; the others do
		if (!plain) continue;
		left -= plain.length;
		texts.set(name, new TextDecoder().decode(plain));
	}
	return texts;
}

async function habitsIn(
	file: Blob,
	name: string
): Promise<{ from: 'loop' | 'table-habit'; habits: BroughtHabit[] | undefined }> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (isSqlite(bytes)) return { from: 'loop', habits: habitsOfLoopBackup(bytes) };
	if (isZip(bytes)) return { from: 'loop', habits: habitsOfLoopTables(await textsOf(bytes)) };
	const text = new TextDecoder().decode(bytes);
	if (text.startsWith('{')) return { from: 'table-habit', habits: habitsOfTableHabit(JSON.parse(text)) };
	// one table of the archive alone, whatever it is called by now
	const table = ['Habits.csv', 'Checkmarks.csv'].find((_, i) =>
		text.startsWith(['Position,Name,', 'Date,'][i]!)
	);
	return { from: 'loop', habits: habitsOfLoopTables(new Map([[table ?? name, text]])) };
}

/**
 * Reads a file of Loop Habit Tracker or Table Habit. Never throws, whatever the file.
 * @param name what it is called
 */
export async function readOtherApp(file: Blob, name: string, today: LocalDay): Promise<OtherApp> {
	if (file.size > largestFile) return { kind: 'too-large' };
	try {
		const { from, habits } = await habitsIn(file, name);
		const tidy = habits && tidyHabits(habits, today);
		return tidy && tidy.length > 0 ? { kind: 'habits', from, habits: tidy } : { kind: 'unknown' };
	} catch {
		return { kind: 'damaged' };
	}
}
