import { Link } from "@remix-run/react";
import type { StoreOfCustomer } from "../../customers/known.ts";
import styles from "./customer.module.css";

/** Stores, each leading to the customer as they are there. */
export const StoreLinks = ({ customerId, stores }: { customerId: string; stores: StoreOfCustomer[] }) => (
  <span className={styles.stores}>
    {stores.map(({ id, name }) => (
      <Link key={id} to={`/app/customers/${customerId}?store=${id}`} className={styles.link}>
        {name}
      </Link>
    ))}
  </span>
);
