/** From version 1 to 2: what live capture keeps beside the minutes. One section for each feature. */
export const schema2 = `
`;
