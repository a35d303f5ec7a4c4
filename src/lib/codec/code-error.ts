/** What is wrong with a code: it is damaged or not one of ours, or a newer Envol made it. */
export type CodeTrouble = 'damaged' | 'newer';

export interface CodeError extends Error {
	name: 'CodeError';
	trouble: CodeTrouble;
}

/** @param why for developers, never shown on screen */
function codeError(trouble: CodeTrouble, why: string): CodeError {
	return Object.assign(new Error(why), { name: 'CodeError' as const, trouble });
}

export const damaged = (why: string): CodeError => codeError('damaged', why);
export const newer = (why: string): CodeError => codeError('newer', why);

export function isCodeError(error: unknown): error is CodeError {
	return error instanceof Error && error.name === 'CodeError';
}
