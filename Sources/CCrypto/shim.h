#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <string.h>

/* Public keys from their parameters, which the caller frees; NULL where they make none. Written here because the library keeps
   the pointers to names and values until a key is made, and because what is selected are macros made of macros. */

static inline EVP_PKEY *made_key(const char *type, OSSL_PARAM_BLD *building) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(building);
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    if (!parameters || !context || EVP_PKEY_fromdata_init(context) != 1
        || EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1)
        key = NULL;
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    return key;
}

static inline EVP_PKEY *rsa_key(const unsigned char *modulus, int modulus_length, const unsigned char *exponent, int exponent_length) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM_BLD *building = OSSL_PARAM_BLD_new();
    BIGNUM *n = BN_bin2bn(modulus, modulus_length, NULL), *e = BN_bin2bn(exponent, exponent_length, NULL);
    if (building && n && e && OSSL_PARAM_BLD_push_BN(building, OSSL_PKEY_PARAM_RSA_N, n)
        && OSSL_PARAM_BLD_push_BN(building, OSSL_PKEY_PARAM_RSA_E, e))
        key = made_key("RSA", building);
    BN_free(n);
    BN_free(e);
    OSSL_PARAM_BLD_free(building);
    return key;
}

/* `point` is uncompressed (SEC 1, section 2.3.3): 4, x, y. */
static inline EVP_PKEY *p256_key(const unsigned char *point, int length) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM_BLD *building = OSSL_PARAM_BLD_new();
    if (building && OSSL_PARAM_BLD_push_utf8_string(building, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
        && OSSL_PARAM_BLD_push_octet_string(building, OSSL_PKEY_PARAM_PUB_KEY, point, length))
        key = made_key("EC", building);
    OSSL_PARAM_BLD_free(building);
    return key;
}
