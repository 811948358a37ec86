export declare const extensionFolder: string;
export declare function themeCheckOffences(): Promise<string[]>;
