export const PRODUCTS_TO_SHOW = `query ProductsToShow($query: String!) {
  productVariants(first: 10, query: $query) {
    nodes {
      id title price
      product { title onlineStoreUrl featuredMedia { preview { image { url } } } }
    }
  }
}`;

export interface ProductsToShow {
  productVariants: {
    nodes: {
      id: string;
      title: string;
      price: string;
      product: {
        title: string;
        onlineStoreUrl: string | null;
        featuredMedia: { preview: { image: { url: string } | null } | null } | null;
      };
    }[];
  };
}
