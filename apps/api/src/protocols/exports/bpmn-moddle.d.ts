/** What we use of bpmn-moddle, which ships the types of BPMN elements but none of its own. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    create(type: string, attributes: object): object;
    toXML(element: object, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(
      xml: string,
    ): Promise<{ readonly rootElement: object; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
