import { type AdmissionAnswer, type AdmissionRequest } from './admission.ts';

export function admit(_request: AdmissionRequest): AdmissionAnswer {
  throw new Error('admit is not written yet');
}
