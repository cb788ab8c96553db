import type { Conversation } from '../model/entities.js';

/** A place for messages whose conversation is gone. */
export function recoveredConversation(id: string, createdAt: Date, updatedAt: Date): Conversation {
  return { id, title: 'Recovered conversation', projectId: null, createdAt, updatedAt };
}
