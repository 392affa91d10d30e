import { sentenceTexts } from '@skein/core';
import { type NodeAccessError, type NodeAccessFailure } from '@skein/node-access';

const texts: Readonly<Record<NodeAccessFailure, string>> = sentenceTexts.silence;

/** Why a node could not be looked at and what to do about it. The node's own words are hostile and stay out. */
export const describeSilence = ({ failure }: NodeAccessError): string => texts[failure];
