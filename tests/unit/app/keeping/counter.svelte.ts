let turns = 0;

/** Something kept, which tells what is on disk only when it is asked to. */
export function aCounter(first: number) {
	let told = $state.raw({ value: first, turn: ++turns });
	return {
		disk: first,
		get now() {
			return told;
		},
		tell() {
			told = { value: this.disk, turn: ++turns };
		}
	};
}
