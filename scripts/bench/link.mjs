// A slow network between a browser and a server: on the server's side, so that the worker of a page waits for it too.
// (The browser's own throttling leaves workers out.)
import { connect, createServer } from 'node:net';

/** A slow phone's network: half of the round trip in ms, and bytes per ms. */
const slow4G = { delay: 75, down: 1.6e6 / 8 / 1000, up: 750e3 / 8 / 1000 };
/** More than this waiting for the link, in bytes, and the sender has to wait. */
const mostWaiting = 24_000;

/**
 * One direction of the link, shared by every connection: each packet waits for those before it, then travels.
 * @param {number} rate bytes per ms
 * @param {number} delay ms
 */
function direction(rate, delay) {
	let freeAt = 0;
	/** @param {import('node:net').Socket} from @param {import('node:net').Socket} to */
	return (from, to) => {
		let waiting = 0;
		/** Timers of nearly the same moment may come in any order; packets never do. @type {(Buffer | undefined)[]} */
		const queue = [];
		/** @param {Buffer} [bytes] nothing more comes when there are none */
		const send = (bytes) => {
			const now = performance.now();
			freeAt = Math.max(now, freeAt) + (bytes?.length ?? 0) / rate;
			waiting += bytes?.length ?? 0;
			queue.push(bytes);
			if (waiting > mostWaiting) from.pause();
			setTimeout(
				() => {
					const next = queue.shift();
					if (to.destroyed) return;
					if (next) to.write(next);
					else to.end();
					waiting -= next?.length ?? 0;
					if (waiting <= mostWaiting) from.resume();
				},
				freeAt - now + delay
			);
		};
		from.on('data', send);
		from.on('end', () => send());
		from.on('error', () => to.destroy());
	};
}

/**
 * Opens a slow way to a server on this machine.
 * @param {number} port of the server
 * @returns {Promise<{ port: number, setSlow: (isSlow: boolean) => void, setDown: (isDown: boolean) => void, stop: () => void }>}
 * fast until it is made slow; while it is down it refuses everything, like no network at all
 */
export async function slowLink(port) {
	let isDown = false;
	let isSlow = false;
	/** @type {Set<import('node:net').Socket>} */
	const open = new Set();
	const ways = { down: direction(slow4G.down, slow4G.delay), up: direction(slow4G.up, slow4G.delay) };
	const link = createServer((browser) => {
		if (isDown) {
			browser.destroy();
			return;
		}
		const server = connect(port, '127.0.0.1');
		for (const socket of [browser, server]) {
			socket.setNoDelay(true);
			open.add(socket);
			socket.on('close', () => open.delete(socket));
		}
		if (isSlow) {
			ways.up(browser, server);
			ways.down(server, browser);
		} else {
			browser.on('error', () => server.destroy()).pipe(server);
			server.on('error', () => browser.destroy()).pipe(browser);
		}
	});
	const closeAll = () => {
		for (const socket of open) socket.destroy();
	};
	await new Promise((done) => link.listen(0, '127.0.0.1', () => done(undefined)));
	const address = /** @type {import('node:net').AddressInfo} */ (link.address());
	return {
		port: address.port,
		setSlow: (slow) => {
			if (slow !== isSlow) closeAll();
			isSlow = slow;
		},
		setDown: (down) => {
			isDown = down;
			if (down) closeAll();
		},
		stop: () => {
			closeAll();
			link.close();
		}
	};
}
