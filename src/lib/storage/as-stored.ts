/** Transactions that read rows as they are stored. */
const asStored = new WeakSet<object>();

/** From now on, this transaction opens nothing: it compares with what the journal has, sealed or not. */
export const leaveSealed = (transaction: object): void => void asStored.add(transaction);

export const isLeftSealed = (transaction: object): boolean => asStored.has(transaction);
