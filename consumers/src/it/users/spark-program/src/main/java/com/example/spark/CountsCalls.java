package com.example.spark;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Counts the calls of the accounts that a file names, with the SQL of the guide. */
public final class CountsCalls {
    private CountsCalls() {}

    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            spark.sql("CREATE TEMPORARY VIEW accounts USING json OPTIONS (path '" + args[0] + "')");
            spark.sql("CREATE TEMPORARY VIEW calls USING callist OPTIONS (accounts 'accounts')");
            long calls = spark.sql("SELECT DISTINCT provider, account, id FROM calls WHERE raw LIKE '{%'")
                    .count();
            System.out.println("There are " + calls + " calls.");
        }
    }
}
