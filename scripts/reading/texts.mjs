import { readFileSync } from 'node:fs';

/**
 * A message as it may be read: the branch for "other" of each plural, a number for "#", nothing for other arguments.
 * @param {string} message
 * @returns {string}
 */
export function spoken(message) {
	const start = message.indexOf('{');
	if (start < 0) return message;
	let depth = 0;
	let end = start;
	for (; end < message.length; end++) {
		if (message[end] === '{') depth++;
		if (message[end] === '}' && --depth === 0) break;
	}
	const argument = message.slice(start + 1, end);
	const branch = /\bother\s*\{([\s\S]*)\}\s*$/.exec(argument)?.[1] ?? '';
	return spoken(message.slice(0, start) + branch.replace(/#/g, '3') + message.slice(end + 1));
}

/**
 * Every text of a group of messages, each a block of its own.
 * @param {string} file
 * @returns {string[]}
 */
export function blocksOfMessages(file) {
	/** @param {unknown} value @returns {string[]} */
	const texts = (value) =>
		typeof value === 'string' ? [spoken(value)] : Object.values(value ?? {}).flatMap(texts);
	return texts(JSON.parse(readFileSync(file, 'utf8')));
}
