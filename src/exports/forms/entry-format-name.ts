/** The name by which the configuration asks for our way of reading and writing entries. */
export const ENTRY_FORMAT = 'chiwat-entry';
