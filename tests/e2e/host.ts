import { createServer, type RequestListener } from 'node:http';

/** Another server in the place of the one that was stopped; returns what stops it. */
export async function answering(port: number, listener: RequestListener): Promise<() => Promise<void>> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return () =>
		new Promise((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
}
