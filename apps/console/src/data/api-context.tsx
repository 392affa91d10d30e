import { type Api } from '@skein/client';
import { createContext, useContext } from 'react';

const ApiContext = createContext<Api | null>(null);
export const ApiProvider = ApiContext.Provider;

/** The api that this page talks to. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('there is no api above this component: wrap it in ApiProvider');
  return api;
}
