/** The name of the database unless another is given. */
export const DEFAULT_DATABASE_NAME = 'LiteChatDB';
