import type { Copies, CopyProblem, Working } from '$lib/app/copies/types';

/** Runs one long operation on a copy at a time, with progress, cancellation, and the problem it ended with. */
export class Work {
	#load: () => Promise<Copies>;
	#stopping: AbortController | undefined;
	#problem = $state.raw<CopyProblem>();
	#isBusy = $state.raw(false);
	/** From 0 to 1; undefined while unknown. */
	#part = $state.raw<number>();

	constructor(load: () => Promise<Copies>) {
		this.#load = load;
	}

	get problem(): CopyProblem | undefined {
		return this.#problem;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	get part(): number | undefined {
		return this.#part;
	}

	/** Runs the operation; resolves to undefined when it was cancelled or failed (see `problem`). Never rejects. */
	async run<T>(work: (copies: Copies, working: Working) => Promise<T>): Promise<T | undefined> {
		if (this.#isBusy) return undefined;
		const stopping = new AbortController();
		this.#stopping = stopping;
		this.#problem = undefined;
		this.#part = undefined;
		this.#isBusy = true;
		let copies: Copies | undefined;
		try {
			copies = await this.#load();
			const onProgress = (done: number, total: number) => (this.#part = total > 0 ? done / total : undefined);
			return await work(copies, { signal: stopping.signal, onProgress });
		} catch (error) {
			this.#problem = copies?.problemOf(error) ?? 'not-saved';
			return undefined;
		} finally {
			this.#isBusy = false;
		}
	}

	stop = (): void => this.#stopping?.abort();

	/** Clears the problem. */
	forget(problem?: CopyProblem): void {
		this.#problem = problem;
	}
}
