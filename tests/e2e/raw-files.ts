import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All files in a folder and below. */
function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
		each.isDirectory() ? filesIn(join(folder, each.name)) : [join(folder, each.name)]
	);
}

/** Where in the folder of a browser these words lie, as any program can read them: by word, the files. */
export function foundIn(folder: string, words: readonly string[]): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const file of filesIn(folder)) {
		let bytes: Buffer;
		try {
			bytes = readFileSync(file);
		} catch {
			// it was there a moment ago
			continue;
		}
		for (const word of words)
			if ((['latin1', 'utf16le', 'utf8'] as const).some((how) => bytes.includes(Buffer.from(word, how))))
				(found[word] ??= []).push(file.slice(folder.length));
	}
	return found;
}
