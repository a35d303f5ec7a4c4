/** Ids of what an example wrote begin with this, also once the person made it theirs (`example.ts`). */
export const examplePrefix = 'example-';
