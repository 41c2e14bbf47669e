/* node-api-headers leaves out the experimental part; node-addon-api needs this call at that level, or a finalizer
   that frees a reference during garbage collection aborts the process. */
#include <node_api.h>

#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize_cb,
                                                           void* finalize_data, void* finalize_hint);
EXTERN_C_END
